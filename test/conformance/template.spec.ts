import { describePlugin } from '../../plugins/kit/conformance';
import { xxTemplate } from '../../plugins/template';
import { conformance } from '../../plugins/template/conformance';
import { conformanceTools } from './conformance-tools';

describePlugin(xxTemplate, conformance, conformanceTools);
