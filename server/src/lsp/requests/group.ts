import type { CancellationToken, Connection, Registration, ServerCapabilities } from 'vscode-languageserver';
import type { Features } from '../features.ts';
import type { Running } from '../running.ts';
import type { Handler } from '../runSafe.ts';

/** Requests that belong together: what the server says it can do, and what it answers. */
export interface RequestGroup {
  capabilities(features: Features): ServerCapabilities;
  /** What is registered once the client is ready, because it counts for some documents only. */
  registrations?(features: Features): readonly Registration[];
  listen(wire: Wire): void;
}

/** What a group hears the client by. */
export interface Wire {
  readonly connection: Connection;
  /** A handler that is safe to register: refused outside the server's lifetime, cancelled, and its errors answered. */
  readonly answer: <P, R>(name: string, handle: (server: Running, params: P, token: CancellationToken) => R | Promise<R>) => Handler<P, R>;
}
