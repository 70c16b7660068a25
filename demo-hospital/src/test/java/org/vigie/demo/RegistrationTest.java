package org.vigie.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.demo.phantom.Hospital;
import org.vigie.demo.phantom.Schedule;
import org.vigie.demo.training.ModelTrainer;
import org.vigie.monitor.policy.Policy;
import org.vigie.monitor.policy.PolicyYaml;

class RegistrationTest {
    @Test
    void appliesAPolicyThatTheServiceUnderstands() throws Exception {
        Policy policy = PolicyYaml.read(Registration.policyText());

        assertThat(policy.model()).isEqualTo(ModelTrainer.MODEL);
        assertThat(policy.reference().from()).isEqualTo(Schedule.FIRST_MONDAY);
        assertThat(policy.reference().to()).isBefore(Schedule.monday(Hospital.UPGRADE_WEEK));
    }
}
