/** Every drawing in `src/styles/icons/`; a test keeps this list and the folder the same. */
export const ICON_NAMES = [
  'alert', 'bad', 'ballot', 'bell', 'board', 'book', 'calendar', 'camera', 'chart', 'check', 'clock', 'close',
  'complaint', 'consult', 'deputy', 'desk', 'dispute', 'down', 'edit', 'errand', 'eye', 'filter', 'frown', 'grid',
  'hand', 'handup', 'hazard', 'head', 'help', 'home', 'image', 'inbox', 'info', 'left', 'lock', 'me', 'meh', 'mic',
  'offline', 'ok', 'other', 'party', 'patrol', 'pause', 'people', 'phone', 'pin', 'play', 'plus', 'policy', 'refresh',
  'report', 'right', 'sanitation', 'save', 'search', 'smile', 'speak', 'star', 'stop', 'suggest', 'textsize', 'ticket',
  'transfer',
] as const;

export type IconName = (typeof ICON_NAMES)[number];
