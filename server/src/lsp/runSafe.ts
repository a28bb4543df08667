import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { lackIn } from './paramsWanted.ts';

/** What a handler may rely on around it. */
export interface Guard {
  /** False before `initialize` and after `shutdown`. */
  readonly serving: () => boolean;
  readonly log: (message: string) => void;
}

export type Handler<P, R> = (params: P, token: CancellationToken) => R | ResponseError<never> | Promise<R | ResponseError<never>>;

/**
 * Wraps a request handler: refused outside the lifetime the protocol gives it and without the params it cannot do without, cancelled when
 * the client no longer waits, and an error it throws is logged and answered, never fatal.
 */
export function runSafe<P, R>(guard: Guard, name: string, handle: (params: P, token: CancellationToken) => R | Promise<R>): Handler<P, R> {
  return async (params, token) => {
    if (!guard.serving()) return new ResponseError<never>(ErrorCodes.ServerNotInitialized, `${name} outside initialize and shutdown`);
    const lack = lackIn(name, params);
    if (lack !== undefined) return new ResponseError<never>(ErrorCodes.InvalidParams, lack);
    if (token.isCancellationRequested) return cancelled();
    try {
      const result = await handle(params, token);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      guard.log(`${name}: ${error instanceof Error ? error.stack : error}`);
      return new ResponseError<never>(ErrorCodes.InternalError, `${name}: ${error instanceof Error ? error.message : error}`);
    }
  };
}

/** Wraps a notification handler: what it throws is logged. Notifications before `initialize` are dropped. */
export function hearSafe<P>(guard: Guard, name: string, handle: (params: P) => void): (params: P) => void {
  return (params) => {
    if (!guard.serving()) return;
    try {
      handle(params);
    } catch (error) {
      guard.log(`${name}: ${error instanceof Error ? error.stack : error}`);
    }
  };
}

function cancelled(): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled');
}
