/** The phone that is stood in for: a small one, in CSS pixels. */
export const VIEWPORT = { width: 375, height: 667 };
