import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import Taro from './stand-ins/taro';
import { Photos, type Photo } from '@/components/photos';
import { chooseInBrowser } from '@/services/choose-in-browser';

jest.mock('@/services/choose-in-browser');
const chooses = jest.mocked(chooseInBrowser);
const files = (...paths: readonly string[]) => paths.map((path) => ({ name: path, path }));

const photo = (id: string, state: Photo['state'] = 'done'): Photo => ({ id, src: `tmp://${id}`, state });

function show(photos: readonly Photo[], max = 6): { readonly onAdd: jest.Mock; readonly onRemove: jest.Mock; readonly onRetry: jest.Mock } {
  const acts = { onAdd: jest.fn(), onRemove: jest.fn(), onRetry: jest.fn() };
  render(<Photos title="照片" photos={photos} max={max} {...acts} />);
  return acts;
}

describe('photos', () => {
  it('say how many there may be, and add what was chosen', async () => {
    chooses.mockResolvedValueOnce(files('tmp://photo-1'));
    const { onAdd } = show([]);
    expect(screen.getByText('没有也行，最多 6 张')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '拍照，还能放 6 张' }));
    await waitFor(() => expect(onAdd).toHaveBeenCalledWith(['tmp://photo-1']));
  });

  it('never hand on more than there is room for', async () => {
    chooses.mockResolvedValueOnce(files('a', 'b', 'c'));
    const { onAdd } = show([photo('1')], 2);
    fireEvent.click(screen.getByRole('button', { name: '再拍一张，还能放 1 张' }));
    await waitFor(() => expect(onAdd).toHaveBeenCalledWith(['a']));
    expect(chooses).toHaveBeenCalledWith(1, 'image/*', expect.anything());
  });

  it('add nothing when the chooser is closed', async () => {
    chooses.mockResolvedValueOnce([]);
    const { onAdd } = show([]);
    fireEvent.click(screen.getByRole('button', { name: /拍照/ }));
    await Promise.resolve();
    expect(onAdd).not.toHaveBeenCalled();
  });

  it('on a computer are chosen among its files: there is no camera at hand', async () => {
    const wide = jest.spyOn(window, 'matchMedia').mockImplementation((query) => ({ media: query, matches: true, addListener: () => undefined, removeListener: () => undefined }) as unknown as MediaQueryList);
    chooses.mockResolvedValueOnce(files('tmp://portrait'));
    const { onAdd } = show([], 1);
    fireEvent.click(screen.getByRole('button', { name: '选照片，还能放 1 张' }));
    await waitFor(() => expect(onAdd).toHaveBeenCalledWith(['tmp://portrait']));
    expect(screen.queryByText('拍照')).toBeNull();
    wide.mockRestore();
  });

  it('when full say so and offer no place', () => {
    show([photo('1'), photo('2')], 2);
    expect(screen.getByText('满 2 张了，要换先删一张')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /再拍/ })).toBeNull();
  });

  it.each([['uploading', '正在传'], ['checking', '正在看'], ['failed', '没传上']] as const)('that are %s say so in words', (state, words) => {
    show([photo('1', state)]);
    expect(screen.getByRole('button', { name: `第 1 张照片，${words}` })).toHaveTextContent(words);
  });

  it('that failed are sent again', async () => {
    const { onRetry } = show([photo('1', 'failed')]);
    fireEvent.click(screen.getByRole('button', { name: /没传上/ }));
    await waitFor(() => expect(onRetry).toHaveBeenCalledWith('1'));
    expect(Taro.showActionSheet).toHaveBeenCalledWith({ itemList: ['再传一次', '删掉'] });
  });

  it('that are in place are looked at or deleted', async () => {
    Taro.showActionSheet.mockResolvedValueOnce({ tapIndex: 1 });
    const { onRemove } = show([photo('1')]);
    fireEvent.click(screen.getByRole('button', { name: '第 1 张照片' }));
    await waitFor(() => expect(onRemove).toHaveBeenCalledWith('1'));
  });
});
