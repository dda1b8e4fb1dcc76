/** Errors in the shape that Discord's REST API gives them. */

export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly errors?: object,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'ApiError';
  }

  /** The body that goes over the wire. */
  body(): object {
    return { message: this.message, code: this.code, ...(this.errors ? { errors: this.errors } : {}) };
  }
}

export const unauthorized = () => new ApiError(401, 0, '401: Unauthorized');
export const notFound = () => new ApiError(404, 0, '404: Not Found');
export const badJson = () => new ApiError(400, 50109, 'The request body contains invalid JSON.');
export const missingAccess = () => new ApiError(403, 50001, 'Missing Access');
export const emptyMessage = () => new ApiError(400, 50006, 'Cannot send an empty message');
export const unknownChannel = () => new ApiError(404, 10003, 'Unknown Channel');
export const unknownMessage = () => new ApiError(404, 10008, 'Unknown Message');
export const unknownWebhook = () => new ApiError(404, 10015, 'Unknown Webhook');
export const unknownInteraction = () => new ApiError(404, 10062, 'Unknown interaction');
export const alreadyAcknowledged = () => new ApiError(400, 40060, 'Interaction has already been acknowledged.');
export const expiredToken = () => new ApiError(401, 50027, 'Invalid Webhook Token');

type Path = readonly (string | number)[];
interface ErrorNode {
  [key: string]: ErrorNode | { code: string; message: string }[];
}

/** Collects what is wrong with a body, nested as Discord nests it, and throws it all at once. */
export class Form {
  private readonly tree: ErrorNode = {};
  private failed = false;

  fail(path: Path, code: string, message: string): void {
    this.failed = true;
    let node = this.tree;
    for (const step of path) node = (node[step] ??= {}) as ErrorNode;
    ((node._errors ??= []) as { code: string; message: string }[]).push({ code, message });
  }

  /** Checks a text's type and length (UTF-16 units: never laxer than Discord); returns it where it is one. */
  text(
    value: unknown,
    path: Path,
    { min = 0, max, required = false }: { min?: number; max: number; required?: boolean },
  ): string | undefined {
    if (value === undefined || value === null) {
      if (required) this.fail(path, 'BASE_TYPE_REQUIRED', 'This field is required');
      return undefined;
    }
    if (typeof value !== 'string') {
      this.fail(path, 'STRING_TYPE_CONVERT', 'Could not interpret value as string.');
      return undefined;
    }
    if (value.length > max) this.fail(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
    if (value.length < min) this.fail(path, 'BASE_TYPE_MIN_LENGTH', `Must be ${min} or more in length.`);
    if (/\p{Cs}/u.test(value)) this.fail(path, 'STRING_TYPE_CONVERT', 'Lone surrogate: not valid Unicode.');
    return value;
  }

  integer(value: unknown, path: Path, { min = -Infinity, max = Infinity }: { min?: number; max?: number } = {}): number | undefined {
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      this.fail(path, 'NUMBER_TYPE_COERCE', 'Value is not an integer.');
      return undefined;
    }
    if (value < min) this.fail(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
    if (value > max) this.fail(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
    return value;
  }

  list(value: unknown, path: Path, { min = 0, max }: { min?: number; max: number }): unknown[] {
    if (value === undefined || value === null) {
      if (min > 0) this.fail(path, 'BASE_TYPE_REQUIRED', 'This field is required');
      return [];
    }
    if (!Array.isArray(value)) {
      this.fail(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
      return [];
    }
    if (value.length < min || value.length > max) {
      this.fail(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
    }
    return value;
  }

  object(value: unknown, path: Path): Record<string, unknown> {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    this.fail(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    return {};
  }

  /** @throws ApiError 50035 with every problem found. */
  done(): void {
    if (this.failed) throw new ApiError(400, 50035, 'Invalid Form Body', this.tree);
  }
}
