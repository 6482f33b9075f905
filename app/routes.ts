// The routes are the files in routes/, named by Remix's flat convention.
import { flatRoutes } from '@remix-run/fs-routes';

export default flatRoutes();
