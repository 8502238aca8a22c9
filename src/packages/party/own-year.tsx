import type { ReactNode } from 'react';
import { Blank } from '@/components/blank';
import { goBack } from '@/components/go-back';
import { Loaded } from '@/components/loaded';
import { AppError } from '@/services/app-error';
import type { PageData } from '@/hooks/use-page-data';
import type { OwnYear } from '@/services/views';

interface OwnYearProps {
  readonly page: PageData<OwnYear>;
  readonly children: (year: OwnYear) => ReactNode;
}

/** The member's year, or why there is none yet: the branch has not opened it, which is no failure (PTY-03). */
export function OwnYearLoaded({ page, children }: OwnYearProps): ReactNode {
  const none = page.data === undefined && page.error instanceof AppError && page.error.code === 'NOT_FOUND';
  if (none) return <Blank kind="empty" icon="party" title="支部还没有打开今年的积分" line="书记打开以后会告诉您，那时再写承诺、报做了的事。" action={{ text: '回去', onTap: () => goBack() }} />;
  return <Loaded page={page}>{children}</Loaded>;
}
