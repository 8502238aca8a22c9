import { api } from '@/services/client';
import { signedOut } from '@/services/desk';
import { useAct } from './use-act';

/** 退出 at a computer. Only once the server has ended the session is it over; without a network it says so. */
export function useLeaveDesk() {
  return useAct((requestId, _: null) => api.desk.leave({ requestId }), { done: signedOut, said: '退出了' });
}
