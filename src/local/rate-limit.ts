interface Window {
  endsAt: number;
  left: number;
}

/** Requests allowed in each second, bucket by bucket; told in Discord's headers. Interaction callbacks have no limit. */
export class RateLimits {
  private readonly windows = new Map<string, Window>();
  constructor(
    private readonly limit = 40,
    private readonly periodMs = 1000,
  ) {}

  /** Counts a request. Where it is one too many, `retryAfter` says how many seconds to wait. */
  take(bucket: string): { headers: Record<string, string>; retryAfter: number | null } {
    const now = Date.now();
    let window = this.windows.get(bucket);
    if (!window || window.endsAt <= now) this.windows.set(bucket, (window = { endsAt: now + this.periodMs, left: this.limit }));
    const resetAfter = (window.endsAt - now) / 1000;
    const over = window.left <= 0;
    if (!over) window.left--;
    return {
      retryAfter: over ? resetAfter : null,
      headers: {
        'X-RateLimit-Limit': String(this.limit),
        'X-RateLimit-Remaining': String(window.left),
        'X-RateLimit-Reset': (window.endsAt / 1000).toFixed(3),
        'X-RateLimit-Reset-After': resetAfter.toFixed(3),
        'X-RateLimit-Bucket': bucketName(bucket),
      },
    };
  }
}

const bucketName = (bucket: string): string =>
  Buffer.from(bucket.replace(/\d{10,}/g, '0'))
    .toString('base64url')
    .slice(0, 32);
