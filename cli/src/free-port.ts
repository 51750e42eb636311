import { once } from 'node:events';
import { createServer } from 'node:net';
import { errorCode, Fault, oneLine } from './fault.ts';

/** A TCP port of loopback that nothing listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}

/** @throws {Fault} where a server cannot listen, so that nothing else is started in vain */
export async function assertPortFree(host: string, port: number): Promise<void> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    throw new Fault(cannotListen(error, host, port), { cause: error });
  }
  server.close();
  await once(server, 'close');
}

function cannotListen(error: unknown, host: string, port: number): string {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return `port ${port} is in use: stop what listens there, or set PORT to another one.`;
    case 'EACCES':
      return `port ${port} may not be used by this user: set PORT to another one.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST: ${host} is not an address of this machine.`;
    default:
      return `cannot listen on ${host}:${port}: ${oneLine(error)}`;
  }
}
