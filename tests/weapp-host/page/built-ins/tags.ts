/** The built-in components the host draws. A template that uses another shows an unknown element, and its test fails. */
export const BUILT_IN_TAGS = [
  'view', 'text', 'image', 'icon', 'rich-text', 'progress', 'scroll-view', 'swiper', 'swiper-item', 'cover-view', 'cover-image',
  'button', 'form', 'input', 'textarea', 'label', 'picker', 'picker-view', 'picker-view-column', 'radio', 'radio-group', 'checkbox', 'checkbox-group', 'switch', 'slider',
  'navigator', 'movable-area', 'movable-view', 'page-container', 'root-portal', 'page-meta', 'navigation-bar', 'video', 'canvas', 'map', 'web-view', 'editor', 'match-media',
] as const;

export type BuiltInTag = (typeof BUILT_IN_TAGS)[number];
