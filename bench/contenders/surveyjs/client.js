import 'survey-core/survey-core.min.css';
import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';
import { form } from 'bench:form';
import { serve } from '../shared/driver.js';

let survey;
let place;
serve({
  errors: '.sd-question__erbox, .sd-error',
  mount(host, onSubmit) {
    survey = new Model(form);
    survey.showCompletedPage = false;
    survey.onCompleting.add((sender, options) => {
      onSubmit(sender.data);
      options.allow = false;
    });
    place = document.createElement('div');
    host.append(place);
    renderSurvey(survey, place);
  },
  unmount() {
    survey.dispose();
    renderSurvey.unmount?.(place);
    place.remove();
    survey = undefined;
  },
  control: (key) =>
    place.querySelector(`[data-name="${key}"]`)?.querySelector('input, select, textarea'),
  submit: () => place.querySelector('.sv_complete_btn, .sd-navigation__complete-btn').click(),
  fill(value) {
    survey.data = value;
  },
});
