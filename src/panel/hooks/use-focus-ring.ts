import { useEffect } from 'preact/hooks';

/** Marks the document once a key is used: from then on the focus shows (`styles/focus.css`). */
export function useFocusRing(): void {
  useEffect(() => {
    const mark = () => {
      document.documentElement.dataset['keys'] = 'used';
    };
    document.addEventListener('keydown', mark, { capture: true, once: true });
    return () => document.removeEventListener('keydown', mark, { capture: true });
  }, []);
}
