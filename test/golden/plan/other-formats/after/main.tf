variable "shop_tag" {
  type    = string
  default = "1.5.0" // {"$imagepolicy": "prod:shop:tag"}
}

locals {
  images = {
    shop = "ghcr.io/acme/shop:1.5.0", # {"$imagepolicy": "prod:shop"}
    cart = "ghcr.io/acme/cart:${var.cart_tag}" # {"$imagepolicy": "prod:shop"}
  }
  script = <<-EOT
    tag = "1.4.2" # {"$imagepolicy": "prod:shop:tag"}
  EOT
}
