/** An element as markup, with the tags and classes of the app's own templates. */
export function markup(node: Node, outer: boolean): string {
  const inside = () => [...node.childNodes].map((child) => markup(child, true)).join('');
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (!(node instanceof HTMLElement) || node.matches('wx-input > input, wx-textarea > textarea')) return '';
  if (!outer) return inside();
  const tag = node.tagName.toLowerCase().replace(/^wx-/, '');
  const classes = node.className === '' ? '' : ` class="${node.className}"`;
  return `<${tag}${classes}>${inside()}</${tag}>`;
}
