const finalText = 0x81;

/** A whole message of a server as RFC 6455, section 5.2, frames it: not masked, in one piece. */
export function textFrame(before: string, payload: Buffer, after: string): Buffer {
  const beforeLength = Buffer.byteLength(before);
  const length = beforeLength + payload.length + Buffer.byteLength(after);
  const frame = Buffer.allocUnsafe(headLengthOf(length) + length);
  const start = writeHead(frame, length);
  frame.write(before, start);
  payload.copy(frame, start + beforeLength);
  frame.write(after, start + beforeLength + payload.length);
  return frame;
}

function headLengthOf(length: number): number {
  if (length < 126) return 2;
  return length < 65_536 ? 4 : 10;
}

function writeHead(frame: Buffer, length: number): number {
  frame.writeUInt8(finalText, 0);
  if (length < 126) return frame.writeUInt8(length, 1);
  if (length < 65_536) {
    frame.writeUInt8(126, 1);
    return frame.writeUInt16BE(length, 2);
  }
  frame.writeUInt8(127, 1);
  return frame.writeBigUInt64BE(BigInt(length), 2);
}
