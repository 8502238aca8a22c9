import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Card, Section } from '@/components/card';
import { Chip } from '@/components/chip';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Row } from '@/components/row';
import { civilDateOf, formatDay } from '@/domain/basics/civil-time';
import { dutyIn, dutyOfPost } from '@/domain/wording/grid-duties';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { CellView, VillageView } from '@/services/views';
import { DeskPage } from '../desk-page';
import { fullName } from '../grid-names';
import { useDesk } from '../use-desk';
import { WhichVillage } from '../which-village';
import { AppointSheet, type Post } from './appoint-sheet';

/** The grid tree of a village with who holds each post; what is vacant is said first (GRD-02..09). */
export default function Posts(): ReactNode {
  const { me, village } = useDesk();
  const page = usePageData(`village:${village ?? ''}`, () => (village === undefined ? Promise.resolve(undefined) : api.grids.village({ village })));
  const [changed, setChanged] = useState<VillageView>();
  const [open, setOpen] = useState<Post>();
  const view = changed !== undefined && changed.version >= (page.data?.version ?? 0) ? changed : page.data;
  return (
    <DeskPage title="岗位" at="posts" staleAt={page.staleAt} {...(view === undefined ? {} : { line: `${view.town}${view.name}` })}>
      <Loaded page={me}>
        {() => (village === undefined ? <WhichVillage at="posts" /> : <Loaded page={page}>{() => (view === undefined ? null : <Tree view={view} onOpen={setOpen} />)}</Loaded>)}
      </Loaded>
      {open === undefined || view === undefined ? null : (
        <AppointSheet
          key={open.post + (open.leaving?.personId ?? '')}
          post={open}
          village={view.code}
          onClose={() => setOpen(undefined)}
          onChanged={(next) => {
            setOpen(undefined);
            if (next === undefined) void page.reload();
            else setChanged(next);
          }}
        />
      )}
    </DeskPage>
  );
}

interface TreeProps {
  readonly view: VillageView;
  readonly onOpen: (post: Post) => void;
}

function Tree({ view, onOpen }: TreeProps): ReactNode {
  const today = civilDateOf(serverNow());
  const vacant = view.cells.filter(({ head }) => head === undefined);
  return (
    <>
      {vacant.length === 0
        ? <Note tone="ok" icon="ok">每一片都有人管。</Note>
        : <Note tone="bad" icon="alert" title={`${vacant.length} 个岗位没人`}>{`${vacant.map(({ code }) => fullName(code, view.cells)).join('、')}。没人的时候，事情先交给上一级。`}</Note>}
      <Section title="值班室" count={`${view.desk.length} 位`}>
        <Card flush>
          {view.desk.map((officer) => (
            <Row
              key={officer.personId}
              icon="desk"
              title={officer.name}
              line={officer.to === undefined ? `${formatDay(officer.since, today)}起` : `代班到${formatDay(officer.to, today)}`}
              end="换人"
              label={`${officer.name}，换人`}
              onTap={() => onOpen({ post: view.code, title: dutyIn(view.name, dutyOfPost(view.code)), level: undefined, leaving: officer })}
            />
          ))}
          <Row icon="plus" title="加一位值班员" onTap={() => onOpen({ post: view.code, title: dutyIn(view.name, dutyOfPost(view.code)), level: undefined, leaving: undefined })} />
        </Card>
      </Section>
      <Section title="网格" count={`${view.cells.length} 个`}>
        <Card flush>{view.cells.map((cell) => <CellRow key={cell.code} cell={cell} today={today} onOpen={onOpen} />)}</Card>
      </Section>
    </>
  );
}

function CellRow({ cell, today, onOpen }: { readonly cell: CellView; readonly today: string; readonly onOpen: (post: Post) => void }): ReactNode {
  const { code, name, head, standIn, households, people, level } = cell;
  const duty = dutyOfPost(code);
  const away = standIn !== undefined && standIn.to >= today ? `；${standIn.name}代到${formatDay(standIn.to, today)}` : '';
  const line = `${duty}：${head === undefined ? '没人' : head.name}${away}。${households} 户 ${people} 人`;
  return (
    <View className={`p-tree__in${level}`}>
      <Row
        title={name}
        line={line}
        lineTone={head === undefined ? 'bad' : 'plain'}
        strong={level === 1}
        end={head === undefined ? <Chip tone="bad" icon="alert" text="缺人" /> : '换人'}
        label={`${name}，${line}，${head === undefined ? '定人' : '换人'}`}
        onTap={() => onOpen({ post: code, title: dutyIn(name, duty), level, head })}
      />
    </View>
  );
}
