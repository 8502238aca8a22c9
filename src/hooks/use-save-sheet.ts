import { toast } from '@/components/toast';
import { useAct } from '@/hooks/use-act';
import { saveFile, type SmallFile } from '@/services/save-file';

/** A workbook from the server into the person's hands. */
export function useSaveSheet(load: () => Promise<SmallFile>) {
  return useAct(async (_requestId, _: null) => saveFile(await load()), { done: toast });
}
