import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

export interface ElementSize {
  readonly width: number;
  readonly height: number;
}

/** The inner size of an element in pixels, kept up to date; 0 by 0 before it is on the page. */
export function useElementSize(ref: RefObject<HTMLElement | null>): ElementSize {
  const [size, setSize] = useState<ElementSize>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((known) => (known.width === width && known.height === height ? known : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
