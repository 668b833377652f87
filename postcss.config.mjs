/** Tailwind is the only PostCSS step; prefixes and nesting are its own business. */
export default { plugins: { "@tailwindcss/postcss": {} } };
