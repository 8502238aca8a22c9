/** WeChat's own button of consent (`open-type="agreePrivacyAuthorization"`): which were tapped, by their id. */

const tapped = new Set<string>();

export function noteAgreeTap(id: string): void {
  tapped.add(id);
}

/** WeChat takes an app's word for consent only if this button was tapped; once. */
export function wasAgreeTapped(id: string): boolean {
  return tapped.delete(id);
}
