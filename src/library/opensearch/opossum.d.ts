/** The part of opossum (a circuit breaker) that is used here; it brings no types of its own. */
declare module 'opossum' {
  interface Options<Arguments extends unknown[]> {
    timeout?: number | false;
    errorThresholdPercentage?: number;
    volumeThreshold?: number;
    resetTimeout?: number;
    rollingCountTimeout?: number;
    errorFilter?: (error: unknown, ...args: Arguments) => boolean;
  }
  export default class CircuitBreaker<Arguments extends unknown[], Result> {
    constructor(action: (...args: Arguments) => Promise<Result>, options?: Options<Arguments>);
    fire(...args: Arguments): Promise<Result>;
    readonly opened: boolean;
    readonly halfOpen: boolean;
    shutdown(): void;
  }
}
