import Taro from '@tarojs/taro';
import { toast } from '@/components/toast';

const showToast = Taro.showToast as unknown as jest.Mock;
const pageChanges = (): unknown => Taro.eventCenter.trigger('__afterTaroRouterChange');

describe('a toast', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    showToast.mockClear();
  });
  afterEach(() => jest.useRealTimers());

  it('is said on for the rest of its time when what was done leaves its page', () => {
    toast('存好了');
    jest.advanceTimersByTime(500);
    pageChanges();
    expect(showToast.mock.calls).toEqual([[{ title: '存好了', icon: 'none', duration: 2_500 }], [{ title: '存好了', icon: 'none', duration: 2_000 }]]);
  });

  it('is over after its time, wherever one goes', () => {
    toast('存好了');
    jest.advanceTimersByTime(2_500);
    pageChanges();
    expect(showToast).toHaveBeenCalledTimes(1);
  });

  it('gives way to the next one', () => {
    toast('存好了');
    toast('换上了');
    pageChanges();
    expect(showToast).toHaveBeenLastCalledWith({ title: '换上了', icon: 'none', duration: 2_500 });
  });
});
