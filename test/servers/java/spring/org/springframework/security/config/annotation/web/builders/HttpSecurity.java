package org.springframework.security.config.annotation.web.builders;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.configurers.CorsConfigurer;
import org.springframework.security.web.SecurityFilterChain;

public class HttpSecurity {
    public HttpSecurity cors(Customizer<CorsConfigurer<HttpSecurity>> customizer) throws Exception {
        customizer.customize(new CorsConfigurer<>());
        return this;
    }

    public SecurityFilterChain build() throws Exception {
        return new SecurityFilterChain() {};
    }
}
