import { useSyncExternalStore } from 'react';

const phone = window.matchMedia('(max-width: 640px)');

export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      phone.addEventListener('change', changed);
      return () => phone.removeEventListener('change', changed);
    },
    () => phone.matches,
  );
}
