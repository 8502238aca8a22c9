import { aria } from '@/components/aria';
import attributes from '../../config/plugins/weapp-aria/attributes.json';

afterEach(() => { process.env.TARO_ENV = 'h5'; });

describe('what a screen reader is told', () => {
  it('calls the role by the name each target knows', () => {
    expect(aria({ role: 'button' })).toEqual({ role: 'button' });
    process.env.TARO_ENV = 'weapp';
    expect(aria({ role: 'button' })).toEqual({ 'aria-role': 'button' });
  });

  it('writes states as words, because on H5 Taro drops a false', () => {
    expect(aria({ checked: false, disabled: true })).toEqual({ 'aria-checked': 'false', 'aria-disabled': 'true' });
  });

  it('leaves out what is not given, because Taro would write the word "undefined"', () => {
    expect(Object.keys(aria({ label: undefined, role: 'tab' }))).toEqual(['role']);
  });

  it('says on a view of WeChat nothing that its template does not pass on', () => {
    process.env.TARO_ENV = 'weapp';
    const said = aria({ role: 'x', label: 'x', checked: true, selected: true, disabled: true, expanded: true, hidden: true, live: 'polite', busy: true, current: 'step', modal: true });
    expect(Object.keys(attributes.View)).toEqual(expect.arrayContaining(Object.keys(said)));
  });
});
