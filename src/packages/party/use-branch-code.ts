import { useRouter } from '@tarojs/taro';
import { useMe } from '@/hooks/use-me';
import { read } from './links';

/** The branch the page is about: the one it was opened for, otherwise that of the reader's village; undefined until it is known. */
export function useBranchCode(): string | undefined {
  const asked = read(useRouter().params.village);
  const own = useMe().data?.person?.village.code;
  return asked ?? own;
}
