import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Said by the syntax, because `no-restricted-imports` refuses the star import along with the named one. */
const wholeZod = {
  selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier[imported.name='z']",
  message: "Write import * as z from 'zod': the named import drags every locale in.",
};

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '.local', '.shots', '.cache', '**/*.cjs', '**/*.mjs', 'babel.config.js', 'tests/weapp-host/host/**'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'react-hooks': hooks },
    rules: {
      // The rules of hooks. The plugin's newer ones are for the React compiler, which Taro's build does not use.
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', wholeZod],
    },
  },
  {
    // Rules are pure: time and chance are handed in (architecture section 7).
    files: ['src/domain/**'],
    rules: {
      'no-restricted-globals': ['error', 'fetch', 'window', 'document', 'process', 'setTimeout', 'setInterval'],
      'no-restricted-syntax': [
        'error',
        wholeZod,
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'now is handed in' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'now is handed in' },
        { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'chance is handed in' },
      ],
    },
  },
  {
    files: ['tests/**', 'bench/**'],
    rules: { 'max-lines': 'off', 'no-console': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
);
