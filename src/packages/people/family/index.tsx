import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Chip } from '@/components/chip';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { Row } from '@/components/row';
import { toast } from '@/components/toast';
import { formatMoment } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { useDrafts } from '@/hooks/use-drafts';
import { useMe } from '@/hooks/use-me';
import { forgetPageData, usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';

/** Whom this phone may act for, and who else wants to be one of them (architecture section 4). */
export default function Family(): ReactNode {
  const me = useMe();
  const drafts = useDrafts();
  const claims = usePageData('claims', () => api.people.claims(), { keep: false });
  const change = useAct((_, personId: string) => api.people.actFor({ personId }), {
    done: (answer) => {
      forgetPageData();
      toast(`现在是${answer.person?.name ?? '访客'}`);
      void Taro.reLaunch({ url: '/pages/home/index' });
    },
  });
  const answer = useAct((requestId, input: { readonly claimId: string; readonly allow: boolean }) => api.people.answerClaim({ requestId, ...input }), {
    done: () => void claims.reload(),
    said: '知道了',
  });
  /** What is still on the phone goes under the name of whoever it acts for by then. */
  async function confirmChange(id: string, name: string): Promise<void> {
    if (drafts.length > 0) {
      const { confirm } = await Taro.showModal({ title: `换成${name}`, content: `手机里还有 ${drafts.length} 件没报上去。换了以后，就用${name}的名字报。`, confirmText: '换', cancelText: '先不换' });
      if (!confirm) return;
    }
    await change.run(id);
  }

  return (
    <Page title="家里人用这部手机">
      {(claims.data?.items ?? []).map(({ claimId, at, person }) => (
        <Card key={claimId} className="l-stack3">
          <Note tone="you" icon="alert" title={`有一部手机说它是${person}`}>{`${formatMoment(at, serverNow())}。是您换了手机就同意；不是您，就说不是，村里也会知道。`}</Note>
          <Button wide kind="fill" text="是我换的手机" onTap={() => void answer.run({ claimId, allow: true })} />
          <Button wide text="不是我" onTap={() => void answer.run({ claimId, allow: false })} />
        </Card>
      ))}
      <Loaded page={me}>
        {({ family }) => (
          <Section title="现在替谁办事">
            <Card flush>
              {family.map(({ id, name, acting, relation }) => (
                <Row
                  key={id}
                  icon="me"
                  title={name}
                  line={relation === 'SELF' ? '本人' : '家里人'}
                  end={acting ? <Chip tone="go" icon="check" text="现在是他" /> : '换成他'}
                  {...(acting ? {} : { onTap: () => void confirmChange(id, name) })}
                />
              ))}
            </Card>
            <Note tone="plain" icon="info">替谁办事，页面最上面就写谁的名字。</Note>
          </Section>
        )}
      </Loaded>
      <Button wide icon="plus" text="再帮一个家里人绑定" onTap={() => void Taro.navigateTo({ url: '/packages/people/bind/index?family=1' })} />
    </Page>
  );
}
