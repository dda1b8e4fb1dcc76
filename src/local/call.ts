/** A request to the REST server as its routes get it, and what they answer. */
import type { State } from './state.ts';

export interface Call {
  state: State;
  gatewayUrl: string;
  params: string[];
  query: URLSearchParams;
  body: unknown;
  authorization: string | undefined;
}
export interface HttpAnswer {
  status: number;
  body?: unknown;
}

export const ok = (body: unknown): HttpAnswer => ({ status: 200, body });
export const nothing: HttpAnswer = { status: 204 };
