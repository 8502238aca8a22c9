import '@testing-library/jest-dom';
import Taro from './stand-ins/taro';

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
