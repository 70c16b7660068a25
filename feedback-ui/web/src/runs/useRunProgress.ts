import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { API } from '../api/http';
import type { Run } from '../api/types';

/** Follows a running run as the service tells it; the browser reconnects by itself. True while the line is open. */
export function useRunProgress(id: string, running: boolean): boolean {
  const client = useQueryClient();
  const [live, setLive] = useState(false);
  useEffect(() => {
    if (!running) {
      return;
    }
    const source = new EventSource(`${API}/runs/${encodeURIComponent(id)}/events`);
    source.onopen = () => setLive(true);
    source.onerror = () => setLive(false);
    source.addEventListener('progress', (event) => {
      client.setQueryData(['runs', id], JSON.parse((event as MessageEvent<string>).data) as Run);
    });
    source.addEventListener('end', () => {
      source.close();
      setLive(false);
      void client.invalidateQueries({ queryKey: ['runs'] });
    });
    return () => {
      source.close();
      setLive(false);
    };
  }, [client, id, running]);
  return live;
}
