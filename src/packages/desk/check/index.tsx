import { useState, type ReactNode } from 'react';
import { useReachBottom } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Row } from '@/components/row';
import { findingWords } from '@/domain/wording/grid-findings';
import { useBusy } from '@/hooks/use-busy';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import type { GridCheck } from '@/services/views';
import { DeskPage } from '../desk-page';
import { fullName } from '../grid-names';
import { useDesk } from '../use-desk';
import { WhichVillage } from '../which-village';
import { LinkSheet } from './link-sheet';

type Unlinked = GridCheck['coverage']['unlinked'][number];

/** What the grids of a village lack, plans for those that are too large, and households nobody answers for (GRD-02..10, LNS-01). */
export default function Check(): ReactNode {
  const { me, village } = useDesk();
  const page = usePageData(`check:${village ?? ''}`, () => (village === undefined ? Promise.resolve(undefined) : api.grids.check({ village })));
  return (
    <DeskPage title="网格检查" at="check" staleAt={page.staleAt}>
      <Note tone="plain" icon="info">这里只提醒，不拦着。怎么分、请谁管，由村里商量着定。</Note>
      <Loaded page={me}>
        {() => (village === undefined ? <WhichVillage at="check" /> : (
          <Loaded page={page}>{(found) => (found === undefined ? null : <Report village={village} found={found} onChanged={() => void page.reload()} />)}</Loaded>
        ))}
      </Loaded>
    </DeskPage>
  );
}

interface ReportProps {
  readonly village: string;
  readonly found: GridCheck;
  readonly onChanged: () => void;
}

function Report({ village, found, onChanged }: ReportProps): ReactNode {
  const { findings, plans } = found;
  const places = usePageData(`grids:${village}`, () => api.people.places({ village }));
  const nameOf = (area: string, name: string) => fullName(area, places.data?.grids ?? []) || name;
  return (
    <>
      <Section title="要看一看的" count={`${findings.length} 处`} countTone={findings.length === 0 ? 'plain' : 'you'}>
        {findings.length === 0
          ? <Note tone="ok" icon="ok">网格的大小和人都合规定。</Note>
          : <Card flush>{findings.map(({ code, area, name, data }, index) => <Row key={`${code} ${area} ${index}`} icon="grid" tone="you" title={nameOf(area, name)} line={findingWords(code, data)} />)}</Card>}
      </Section>
      {plans.length === 0 ? null : (
        <Section title="可以这样分">
          <Card flush>{plans.map(({ area, name, households, people, counts, suggested, exact }) => <Row key={area} icon="plus" title={`${nameOf(area, name)}：分成 ${suggested} 个`} line={planWords(households, people, counts, exact)} />)}</Card>
        </Section>
      )}
      <Coverage village={village} found={found} nameOf={nameOf} onChanged={onChanged} />
    </>
  );
}

function planWords(households: number, people: number, counts: readonly number[], exact: boolean): string {
  const choices = counts.length > 1 ? `，${counts.join('、')} 个都可以` : '';
  return `现在 ${households} 户 ${people} 人${choices}${exact ? '。每个都在规定的大小里' : '。怎么分都有偏大或偏小的，请看着办'}`;
}

/** LNS-01: every household has somebody to turn to. Looked through in parts where many have nobody. */
function Coverage({ village, found, nameOf, onChanged }: ReportProps & { readonly nameOf: (area: string, name: string) => string }): ReactNode {
  const [open, setOpen] = useState<Unlinked>();
  const [read, setRead] = useState<{ readonly of: GridCheck; readonly unlinked: readonly Unlinked[]; readonly next: string | undefined }>();
  // What was read behind an older beginning does not belong behind a newer one.
  const rest = read?.of === found ? read : { unlinked: [], next: found.next };
  const reading = useBusy(async () => {
    if (rest.next === undefined) return;
    const { coverage, next } = await api.grids.check({ village, after: rest.next });
    setRead({ of: found, unlinked: [...rest.unlinked, ...coverage.unlinked], next });
  });
  useReachBottom(() => void reading.run());
  const { households } = found.coverage;
  const unlinked = [...found.coverage.unlinked, ...rest.unlinked];
  const whole = rest.next === undefined;
  return (
    <Section title="没人联系的户" count={`${unlinked.length} 户${whole ? '' : '，还没查完'}`} countTone={unlinked.length === 0 ? 'plain' : 'you'}>
      <View className="t-hint">{`全村 ${households} 户${whole ? `，${households - unlinked.length} 户有党员、代表或网格长联系` : ''}`}</View>
      {unlinked.length === 0 ? whole ? <Note tone="ok" icon="ok">每户都有人联系。</Note> : null : (
        <Card flush>{unlinked.map(({ id, number, grid }) => <Row key={id} icon="home" tone="plain" title={`${number}号`} line={nameOf(grid, '')} end="请人联系" onTap={() => setOpen({ id, number, grid })} />)}</Card>
      )}
      {open === undefined ? null : <LinkSheet key={open.id} household={open} village={village} onClose={() => setOpen(undefined)} onLinked={() => { setOpen(undefined); onChanged(); }} />}
      {reading.error === undefined ? null : <Note tone="bad" said="alert">后面的没读到，再试一次。</Note>}
      {whole ? null : <Button wide text="接着查" busy={reading.busy ? '正在查…' : undefined} onTap={() => void reading.run()} />}
    </Section>
  );
}
