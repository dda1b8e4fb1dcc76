/** What can be made to go wrong on the REST side. */
export interface RestFault {
  /** Applied to requests whose `METHOD /path` this matches; to all where it is left out. */
  match?: RegExp;
  /** How many requests it befalls; 1 unless told. */
  times?: number;
  /** Answer with this status instead of doing what was asked: 429 asks to come back later, 5xx is a failure. */
  status?: number;
  /** Discord's error code beside the status, such as 50013; 0 unless told. */
  code?: number;
  /** Cut the connection without an answer. */
  cut?: boolean;
  /** For 429: seconds to wait; null: not told. */
  retryAfter?: number | null;
  /** Milliseconds to wait before the request is looked at. */
  delay?: number;
}

/** The switchable faults of a loopback. Those of the connection itself are on the gateway. */
export class Faults {
  /** Send every interaction twice, as a gateway does at a bad moment. */
  duplicate = false;
  private rest: (RestFault & { left: number })[] = [];

  add(fault: RestFault): void {
    this.rest.push({ ...fault, left: fault.times ?? 1 });
  }
  clear(): void {
    this.rest = [];
    this.duplicate = false;
  }

  /** The fault that befalls this request, used up by one. */
  take(request: string): RestFault | undefined {
    const fault = this.rest.find((each) => each.left > 0 && (each.match?.test(request) ?? true));
    if (fault) fault.left--;
    return fault;
  }
}
