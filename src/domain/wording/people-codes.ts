/** Who has to confirm a binding code, in words. */

/** `others` are the names of the desk's other officers. */
export function codeConfirmers(others: readonly string[]): string {
  return others.length === 0 ? '县名册管理员' : `${others.join('、')}，或者县名册管理员`;
}
