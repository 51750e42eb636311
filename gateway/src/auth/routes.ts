import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isSafeText } from '../operations/safe-text.ts';
import type { SignIn } from './sign-in.ts';

const text = z.string().refine(isSafeText);
const credentialsSchema = z.object({ email: text.min(3).max(254), password: text.min(1).max(256) });

/** `POST /auth/login`: e-mail and password for a short-lived access token. */
export function addAuthRoutes(server: FastifyInstance, signIn: SignIn): void {
  server.post('/auth/login', async (request, reply) => {
    const credentials = credentialsSchema.safeParse(request.body);
    if (!credentials.success) {
      return reply.code(400).send({ error: 'invalid_request', error_description: 'Send email and password.' });
    }
    const token = await signIn(credentials.data.email, credentials.data.password);
    if (token === undefined) {
      return reply.code(401).send({ error: 'invalid_grant', error_description: 'E-mail or password is wrong.' });
    }
    return reply.header('cache-control', 'no-store').send(token);
  });
}
