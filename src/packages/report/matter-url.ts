/** Where a town's desk sees the matter that a ticket became. */
export function matterUrl({ issueId }: { readonly issueId: string }): string {
  return `/packages/desk/handle/index?id=${encodeURIComponent(issueId)}`;
}
