package org.springframework.security.config.annotation.web.configurers;

public class CorsConfigurer<H> {}
