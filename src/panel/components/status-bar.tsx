export function StatusBar({ facts }: { readonly facts: readonly string[] }) {
  return (
    <footer class="status-bar">
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </footer>
  );
}
