/** The product's mark, a portico, in the page's accent. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="var(--mantine-primary-color-filled)" />
      <path
        fill="#fff"
        d="M16 5 27 11v2H5v-2zM7 15h3.5v9H7zm7.25 0h3.5v9h-3.5zm7.25 0H25v9h-3.5zM5 25.5h22V28H5z"
      />
    </svg>
  );
}
