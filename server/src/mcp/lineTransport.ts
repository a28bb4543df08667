import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { ErrorCode, type JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import { type Complaint, complaint, readMessage } from './readMessage.ts';

/** Longest line that is read, in bytes: far more than the tools take, so that who asks too much of one is told so in its answer. */
const LONGEST = 32 * 1024 * 1024;

/** Messages a line each. What is no message, or too long to be one, is answered with an error, and the next line counts again. */
export class LineTransport implements Transport {
  onmessage?: (message: JSONRPCMessage) => void;
  onclose?: () => void;
  private readonly input: Readable;
  private readonly output: Writable;
  /** The line so far; emptied once it is too long. */
  private pieces: Buffer[] = [];
  private length = 0;

  constructor(input: Readable, output: Writable) {
    this.input = input;
    this.output = output;
  }

  async start(): Promise<void> {
    this.input.on('data', this.heard);
  }

  async close(): Promise<void> {
    this.input.off('data', this.heard);
    this.input.pause();
    this.onclose?.();
  }

  send(message: JSONRPCMessage): Promise<void> {
    return this.write(message);
  }

  private readonly heard = (chunk: Buffer): void => {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      this.take(chunk.subarray(from, end));
      this.endLine();
      from = end + 1;
    }
    this.take(chunk.subarray(from));
  };

  private take(piece: Buffer): void {
    this.length += piece.length;
    if (this.length > LONGEST) this.pieces = [];
    else if (piece.length > 0) this.pieces.push(piece);
  }

  private endLine(): void {
    const line = Buffer.concat(this.pieces).toString('utf8').trim();
    const isTooLong = this.length > LONGEST;
    this.pieces = [];
    this.length = 0;
    if (isTooLong) {
      this.complain(complaint(ErrorCode.InvalidRequest, `This line is longer than ${LONGEST} bytes and was not read`));
    } else if (line !== '') {
      const read = readMessage(line);
      if ('message' in read) this.onmessage?.(read.message);
      else this.complain(read.complaint);
    }
  }

  private complain(error: Complaint): void {
    this.write(error).catch(() => {});
  }

  private async write(message: JSONRPCMessage | Complaint): Promise<void> {
    if (!this.output.write(`${JSON.stringify(message)}\n`)) await once(this.output, 'drain');
  }
}
