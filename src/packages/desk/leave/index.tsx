import { useState, type ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { civilDateOf } from '@/domain/basics/civil-time';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { VillageView } from '@/services/views';
import { DeskChoice } from '../desk-choice';
import { DeskPage } from '../desk-page';
import { areaOfDesk, gridOfDesk, type Desk } from '../desks';
import { NoDesk } from '../no-desk';
import { useDesk } from '../use-desk';
import { PhoneShown } from './phone-shown';
import { StandInForm } from './stand-in-form';
import { StandInNow } from './stand-in-now';

/** A stand-in for the days a post's holder is away: from the first to the last day the matters come to them. */
export default function Leave(): ReactNode {
  const { me, homes, village } = useDesk();
  const { post } = useRouter().params;
  const [picked, setPicked] = useState<Desk>();
  const asked = post === undefined ? undefined : decodeURIComponent(post);
  const desk = picked ?? homes.find((one) => one.post === asked) ?? homes[0];
  const page = usePageData(`village:${village ?? ''}`, () => (village === undefined ? Promise.resolve(undefined) : api.grids.village({ village })));
  return (
    <DeskPage title="请假代班" at="leave" staleAt={page.staleAt}>
      {asked === undefined ? <DeskChoice desks={homes} value={desk} onChange={setPicked} /> : null}
      <Loaded page={me}>
        {() => (desk === undefined || village === undefined ? <NoDesk /> : (
          <Loaded page={page}>
            {(view) => (view === undefined ? null : (
              <OfPost key={asked ?? desk.post} view={view} post={asked ?? desk.post} desk={desk} own={asked === undefined || homes.some((one) => one.post === asked)} onChanged={() => void page.reload()} myId={me.data?.person?.id} />
            ))}
          </Loaded>
        ))}
      </Loaded>
    </DeskPage>
  );
}

interface OfPostProps {
  readonly view: VillageView;
  readonly post: string;
  readonly desk: Desk;
  /** Whether it is the reader's own post; a duty officer also does it for a head. */
  readonly own: boolean;
  readonly onChanged: () => void;
  readonly myId: string | undefined;
}

function OfPost({ view, post, desk, own, onChanged, myId }: OfPostProps): ReactNode {
  const cell = view.cells.find(({ code }) => code === post);
  const today = civilDateOf(serverNow());
  const standIns = (cell === undefined ? view.desk.filter(({ to }) => to !== undefined) : cell.standIn === undefined ? [] : [cell.standIn]).filter(({ to }) => to === undefined || to >= today);
  if (cell !== undefined && cell.head === undefined) return <Note tone="plain" icon="info">这个岗位现在空着，先在“岗位”里定人。</Note>;
  const heads = view.cells.flatMap(({ code, name, head }) => (code === post || head === undefined ? [] : [{ id: head.personId, name: head.name, where: name }]));
  const myself = own ? holdersOf(view).find(({ personId }) => personId === myId) : undefined;
  return (
    <>
      {own ? null : <Note tone="plain" icon="info">{`替${cell?.head?.name ?? view.name}填的`}</Note>}
      {standIns.map((standIn) => <StandInNow key={standIn.personId} post={post} standIn={standIn} onEnded={onChanged} />)}
      <StandInForm post={post} village={view.code} grid={areaOfDesk(desk) === post ? gridOfDesk(desk) : undefined} heads={heads} replaces={standIns.length > 0} onNamed={onChanged} />
      {myself === undefined ? null : <PhoneShown holder={myself} onChanged={onChanged} />}
    </>
  );
}

function holdersOf(view: VillageView): readonly VillageView['desk'][number][] {
  return [...view.cells.flatMap(({ head, standIn }) => [head, standIn].filter((holder) => holder !== undefined)), ...view.desk];
}
