import { integer, text } from '@consulta/platform/input/fields';
import { z } from 'zod';

const mostAttachments = 20;
const mostBytes = 2 ** 31 - 1;

const attachment = z.object({
  // A name, not a path: no slashes and no control characters.
  filename: text(255).regex(/^[^/\\\p{Cc}]+$/u, 'This is not the name of a file.'),
  mediaType: text(127).regex(/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/, 'This is not a media type, such as application/pdf.'),
  byteSize: integer(0, mostBytes),
  sha256: z
    .string()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/, 'This is not a SHA-256 as 64 hexadecimal digits.'),
});

/** The files of a create or amend input; none where it is left out. */
export const attachments = z
  .array(attachment)
  .max(mostAttachments, `These are more than ${mostAttachments} files.`)
  .nullish()
  .transform((files) => files ?? []);
