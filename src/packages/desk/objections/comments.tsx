import { useState, type ReactNode } from 'react';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Sheet } from '@/components/sheet';
import { COMMENT_WORDS } from '@/domain/wording/voting-roll';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';

/** What voters wrote beside their ballots: for the presidium alone, and nothing of it is kept on the phone (DEP-21). */
export function Comments({ boxId }: { readonly boxId: string }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="line" wide icon="speak" text={COMMENT_WORDS.look} onTap={() => setOpen(true)} />
      {open ? <CommentSheet boxId={boxId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function CommentSheet({ boxId, onClose }: { readonly boxId: string; readonly onClose: () => void }): ReactNode {
  const page = usePageData(`comments:${boxId}`, () => api.voting.comments({ boxId }), { keep: false });
  return (
    <Sheet open title={COMMENT_WORDS.title} onClose={onClose}>
      <Note tone="you" icon="lock">{COMMENT_WORDS.unchecked}</Note>
      <Loaded page={page} isEmpty={({ comments }) => comments.length === 0} empty={{ title: COMMENT_WORDS.none, line: COMMENT_WORDS.noneLine, icon: 'speak' }}>
        {({ comments }) => <>{comments.map((comment, at) => <Card key={`${at}-${comment}`}>{comment}</Card>)}</>}
      </Loaded>
    </Sheet>
  );
}
