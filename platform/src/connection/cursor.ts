import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

/** One value of an ordering, as it goes into a cursor and back into SQL. */
export type KeyValue = string | number;

/** Seals the place of a row within a named ordering into text that only this service can read or make. */
export interface CursorCodec {
  seal(ordering: string, values: readonly KeyValue[]): string;
  /** The values, or undefined where the text was not sealed here or belongs to another ordering. */
  open(ordering: string, cursor: string): readonly KeyValue[] | undefined;
}

/**
 * Cursors carry the values a list is ordered by, and those may be a patient's name: they are encrypted, so that
 * none lands in a URL or a log, and authenticated, so that a tampered one is refused. The nonce is derived from the
 * content (as in AES-SIV): the same row has the same cursor in every answer, which caches and tests rely on.
 *
 * @param secret at least 32 characters, the same in every process
 */
export function createCursorCodec(secret: string): CursorCodec {
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `cursor ${purpose}`, 32));
  const encryptionKey = derive('encryption');
  const nonceKey = derive('nonce');

  return {
    seal(ordering, values) {
      const plain = Buffer.from(JSON.stringify(values));
      const nonce = createHmac('sha256', nonceKey).update(ordering).update('\0').update(plain).digest().subarray(0, 12);
      const cipher = createCipheriv('aes-256-gcm', encryptionKey, nonce).setAAD(Buffer.from(ordering));
      const sealed = Buffer.concat([nonce, cipher.update(plain), cipher.final()]);
      return Buffer.concat([sealed, cipher.getAuthTag()]).toString('base64url');
    },
    open(ordering, cursor) {
      try {
        const bytes = Buffer.from(cursor, 'base64url');
        const decipher = createDecipheriv('aes-256-gcm', encryptionKey, bytes.subarray(0, 12))
          .setAAD(Buffer.from(ordering))
          .setAuthTag(bytes.subarray(-16));
        const plain = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
        return JSON.parse(plain.toString()) as KeyValue[];
      } catch {
        return undefined;
      }
    },
  };
}
