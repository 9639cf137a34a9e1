import { useRef } from 'preact/hooks';

interface Props {
  readonly label: string;
  /** As the attribute of `<input type="file">`. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** A button that lets the user choose a file. */
export function FileButton({ label, accept, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="button" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        type="file"
        hidden
        ref={input}
        accept={accept}
        aria-label={label}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // Choosing the same file again is to be told, too.
          currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}
