import { useEffect, useRef, useState } from 'preact/hooks';

/** Takes a file that is dropped anywhere on the panel. Gives whether one is being held over it. */
export function useFileDrop(onFile: (file: File) => void): boolean {
  const latest = useRef(onFile);
  latest.current = onFile;
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const aborter = new AbortController();
    const listen = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
      document.addEventListener(type, act, { signal: aborter.signal });
    const take = (event: DragEvent) => {
      if (!holdsFile(event)) return;
      // Else the browser would leave the panel and show the file.
      event.preventDefault();
      setIsOver(true);
    };
    listen('dragenter', take);
    listen('dragover', take);
    listen('dragleave', (event) => {
      // Leaving an element for another one within the panel isn't leaving the panel.
      if (event.relatedTarget === null) setIsOver(false);
    });
    listen('drop', (event) => {
      setIsOver(false);
      if (!holdsFile(event)) return;
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (file !== undefined) latest.current(file);
    });
    return () => aborter.abort();
  }, []);
  return isOver;
}

function holdsFile({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
