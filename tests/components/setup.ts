import '@testing-library/jest-dom';
import { configure } from '@testing-library/dom';
import Taro from './stand-ins/taro';

// A second, which is what it waits otherwise, is little on a busy build machine.
configure({ asyncUtilTimeout: 20_000 });

// The browser's names for roles are what a person's screen reader meets in these tests.
process.env.TARO_ENV = 'h5';

if (window.matchMedia === undefined) {
  window.matchMedia = (query: string) => ({
    media: query,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => false,
  });
}
Element.prototype.scrollIntoView ??= () => undefined;

beforeEach(() => {
  window.localStorage.clear();
  Taro.forget();
});
