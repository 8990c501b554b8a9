// What every page needs: Mantine's reset, its theme as variables, ours.
import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/global.css';
import 'virtual:portico-theme.css';
import './global.css';
