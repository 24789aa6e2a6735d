/** Where Chromium is, or undefined. */
export function chromiumPath(): string | undefined;
