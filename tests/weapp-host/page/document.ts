/** The document glass-easel draws into. */
import * as glassEasel from 'glass-easel';
import { BUILT_IN_TAGS } from './built-ins/tags';
import { swallowsTap } from './built-ins/disabled';
import { whileTapping } from './tapping';

const BUILT_IN = new Set<string>(BUILT_IN_TAGS);

/** Events of the document that an app may hear. All others (input, scroll, ...) a built-in component makes itself. */
const FROM_THE_DOCUMENT = /^(touch|transition|animation)/;

/** Built-in components are `<wx-view>` and so on in the document, as in WeChat's own web view. */
export class WeappDocument extends glassEasel.CurrentWindowBackendContext {
  constructor() {
    super();
    const { document: own } = this;
    this.document = {
      createElement: (tag) => own.createElement(BUILT_IN.has(tag) ? `wx-${tag}` : tag),
      createTextNode: (text) => own.createTextNode(text),
      createDocumentFragment: () => own.createDocumentFragment(),
    };
    this.onEvent((target, type, detail, options) => {
      if (type === 'tap' && swallowsTap(target)) return undefined;
      const event = new glassEasel.Event(type, detail, options);
      if (type === 'tap') whileTapping(() => glassEasel.Event.dispatchEvent(target, event));
      else glassEasel.Event.dispatchEvent(target, event);
      return event.getEventBubbleStatus();
    });
  }

  override setListenerStats(...[element, type, ...rest]: Parameters<glassEasel.CurrentWindowBackendContext['setListenerStats']>): void {
    if (FROM_THE_DOCUMENT.test(type)) super.setListenerStats(element, type, ...rest);
  }
}
