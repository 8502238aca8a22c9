import type { ReactNode } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { useMe } from '@/hooks/use-me';
import { read } from './links';

interface BranchPageProps {
  readonly title: string;
  /** The page, once it is known whose branch it is about. */
  readonly children: (village: string) => ReactNode;
}

/** The branch a page was opened for, otherwise that of the reader's village; until that is known, why it is not. */
export function BranchPage({ title, children }: BranchPageProps): ReactNode {
  const asked = read(useRouter().params.village);
  const me = useMe();
  const village = asked ?? me.data?.person?.village.code;
  if (village !== undefined) return children(village);
  return (
    <Page title={title}>
      <Loaded page={me} isEmpty={({ person }) => person === undefined} empty={{ title: '还不知道您是哪个村的', line: '告诉我们您是哪一家，就能看。', icon: 'me', action: { text: '去绑定', onTap: () => void Taro.navigateTo({ url: '/packages/people/bind/index' }) } }}>{() => null}</Loaded>
    </Page>
  );
}
